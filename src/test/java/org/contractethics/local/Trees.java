package org.contractethics.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.UserPrincipal;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Whole folders at once. */
final class Trees {

    private Trees() {}

    static void delete(Path tree) throws IOException {
        if (Files.exists(tree, LinkOption.NOFOLLOW_LINKS)) {
            for (Path path : walk(tree, Comparator.reverseOrder())) {
                Files.delete(path);
            }
        }
    }

    static void copy(Path from, Path to) throws IOException {
        for (Path path : walk(from, Comparator.naturalOrder())) {
            Files.copy(path, to.resolve(from.relativize(path).toString()), StandardCopyOption.COPY_ATTRIBUTES);
        }
    }

    static void own(Path tree, String user) throws IOException {
        UserPrincipal owner =
                tree.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(user);
        for (Path path : walk(tree, Comparator.naturalOrder())) {
            if (!Files.getOwner(path, LinkOption.NOFOLLOW_LINKS).equals(owner)) {
                Files.setAttribute(path, "posix:owner", owner, LinkOption.NOFOLLOW_LINKS);
            }
        }
    }

    private static List<Path> walk(Path tree, Comparator<Path> order) throws IOException {
        try (Stream<Path> paths = Files.walk(tree)) {
            return paths.sorted(order).toList();
        }
    }
}
