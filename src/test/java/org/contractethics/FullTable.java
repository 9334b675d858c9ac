package org.contractethics;

import java.util.function.Supplier;
import org.contractethics.concern.TableOwner;

/** A table that takes in nothing about one thing, as PostgreSQL says it when its disk is full; afterwards there is room again. */
public final class FullTable {

    private FullTable() {}

    /** @param condition which new rows, for example {@code new.concern = '...'} */
    public static <T> T whileFull(String table, String condition, Supplier<T> act) {
        TableOwner.executes(
                """
                create function public.no_room() returns trigger language plpgsql as $$
                begin
                    raise exception 'could not extend file: No space left on device' using errcode = 'disk_full';
                end $$;
                create trigger no_room before insert on %s for each row when (%s) execute function public.no_room();"""
                        .formatted(table, condition));
        try {
            return act.get();
        } finally {
            TableOwner.executes("drop trigger no_room on " + table + "; drop function public.no_room()");
        }
    }
}
