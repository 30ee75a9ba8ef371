package org.serviceexchange.provider.replacement.store;

import java.util.Optional;
import org.serviceexchange.platform.store.Row;
import org.serviceexchange.provider.replacement.Replacements;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Replacements in the table replaced_registration. */
@Repository
class JdbcReplacements implements Replacements {

    private final JdbcClient jdbc;

    JdbcReplacements(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<String> replacedBy(String number) {
        return jdbc.sql("select replaced from replaced_registration where number = ?")
                .param(number)
                .query(String.class)
                .optional();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void add(String number, String replaced) {
        new Row().set("number", number).set("replaced", replaced).insert(jdbc, "replaced_registration");
    }
}
