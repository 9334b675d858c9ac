package org.contractethics.concern.internal.destroyed;

import java.nio.file.Path;
import org.contractethics.concern.internal.vault.TestVault;

/** The list of what was destroyed, for tests of other packages. */
public final class TestList {

    private TestList() {}

    /** As the next start reads it. */
    public static DestroyedList at(Path file) {
        return new DestroyedList(new DestroyedSettings(file), TestVault.marks());
    }
}
