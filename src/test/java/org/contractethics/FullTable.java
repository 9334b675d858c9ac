package org.contractethics;

import org.contractethics.concern.TableOwner;

/** A table that takes in nothing about one thing, as PostgreSQL says it when its disk is full; there is room again when this is closed. */
public final class FullTable implements AutoCloseable {

    private final String table;

    /** @param condition which new rows, for example {@code new.concern = '...'} */
    public FullTable(String table, String condition) {
        this.table = table;
        TableOwner.executes(
                """
                create function public.no_room() returns trigger language plpgsql as $$
                begin
                    raise exception 'could not extend file: No space left on device' using errcode = 'disk_full';
                end $$;
                create trigger no_room before insert on %s for each row when (%s) execute function public.no_room();"""
                        .formatted(table, condition));
    }

    @Override
    public void close() {
        TableOwner.executes("drop trigger no_room on " + table + "; drop function public.no_room()");
    }
}
