package org.serviceexchange.connection.signature.store;

import java.time.Instant;
import java.util.List;
import org.serviceexchange.connection.signature.FormerPeerKeys;
import org.serviceexchange.platform.store.Row;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Former keys of peers in the table former_peer_key. */
@Repository
class JdbcFormerPeerKeys implements FormerPeerKeys {

    private final JdbcClient jdbc;

    JdbcFormerPeerKeys(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean isOf(String record, String thumbprint) {
        return jdbc.sql("select count(*) from former_peer_key where record_number = ? and thumbprint = ?")
                        .params(record, thumbprint)
                        .query(Long.class)
                        .single()
                > 0;
    }

    @Override
    public List<String> recordsOf(String registration, String thumbprint) {
        return jdbc.sql("select record_number from former_peer_key where registration = ? and thumbprint = ?")
                .params(registration, thumbprint)
                .query(String.class)
                .list();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void replaced(String registration, String thumbprint, String record, Instant at) {
        jdbc.sql("delete from former_peer_key where record_number = ? and thumbprint = ?")
                .params(record, thumbprint)
                .update();
        new Row()
                .set("registration", registration)
                .set("thumbprint", thumbprint)
                .set("record_number", record)
                .set("replaced_at", at)
                .insert(jdbc, "former_peer_key");
    }
}
