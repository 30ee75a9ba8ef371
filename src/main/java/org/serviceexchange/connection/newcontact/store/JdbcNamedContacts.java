package org.serviceexchange.connection.newcontact.store;

import java.util.Optional;
import org.serviceexchange.connection.newcontact.NamedContact;
import org.serviceexchange.connection.newcontact.NamedContacts;
import org.serviceexchange.platform.store.Row;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Contacts in the table connection_contact. A row is written only by who holds the lock of its record. */
@Repository
class JdbcNamedContacts implements NamedContacts {

    private static final String TABLE = "connection_contact";

    private final JdbcClient jdbc;

    JdbcNamedContacts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<NamedContact> of(String number) {
        return jdbc.sql("select contact, company, since from connection_contact where number = ?")
                .param(number)
                .query((row, index) ->
                        new NamedContact(row.getString("contact"), row.getString("company"), Row.time(row, "since")))
                .optional();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void save(String number, NamedContact contact) {
        Row row = new Row()
                .set("number", number)
                .set("contact", contact.contact())
                .set("company", contact.company())
                .set("since", contact.since());
        if (!row.update(jdbc, TABLE, "number")) {
            row.insert(jdbc, TABLE);
        }
    }
}
