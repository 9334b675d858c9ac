package org.contractethics.contract.internal;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.contractethics.contract.Contract;
import org.contractethics.contract.ContractRegister;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.SubjectsOfNotices;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The titles of contracts beside their references in notices, fewer those that are withheld from the reader (H18). */
@Component
class TitlesForNotices implements SubjectsOfNotices {

    private static final Pattern REFERENCE = Pattern.compile("C-0*([1-9][0-9]{0,17})");

    private final JdbcClient jdbc;
    private final ContractRegister register;
    private final RegisterLines lines;

    TitlesForNotices(JdbcClient jdbc, ContractRegister register, RegisterLines lines) {
        this.jdbc = jdbc;
        this.register = register;
        this.lines = lines;
    }

    @Override
    public Map<String, String> named(Collection<String> references, Actor reader) {
        Long[] numbers = references.stream()
                .map(REFERENCE::matcher)
                .filter(Matcher::matches)
                .map(reference -> Long.valueOf(reference.group(1)))
                .toArray(Long[]::new);
        if (numbers.length == 0 || !Visibility.maySeeRegister(reader)) {
            return Map.of();
        }
        return lines.of(contracts(numbers), reader).stream()
                .filter(line -> line.title() != null)
                .collect(Collectors.toMap(RegisterLine::reference, RegisterLine::title));
    }

    private List<Contract> contracts(Long[] numbers) {
        List<ContractId> ids = jdbc
                .sql("select id from contract.contract where number = any(:numbers)")
                .param("numbers", numbers)
                .query(UUID.class)
                .list()
                .stream()
                .map(ContractId::new)
                .toList();
        return List.copyOf(register.findAll(ids).values());
    }
}
