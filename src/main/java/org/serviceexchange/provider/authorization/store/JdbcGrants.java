package org.serviceexchange.provider.authorization.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.kmf.Sealing;
import org.serviceexchange.platform.store.Row;
import org.serviceexchange.provider.authorization.Grant;
import org.serviceexchange.provider.authorization.Grants;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Grants in the database: searched columns contain keyed hashes, everything else is sealed. */
@Repository
class JdbcGrants implements Grants {

    private static final String PURPOSE = "oauth-grant";

    private final JdbcClient jdbc;
    private final Sealing sealing;
    private final ObjectMapper json;

    JdbcGrants(JdbcClient jdbc, Sealing sealing, ObjectMapper json) {
        this.jdbc = jdbc;
        this.sealing = sealing;
        this.json = json;
    }

    /** The fields that are not searched. */
    private record Contents(
            String userId,
            long securityVersion,
            Grant.Request request,
            Grant.@Nullable Secret code,
            Grant.@Nullable Secret token) {}

    @Override
    public boolean save(Grant grant) {
        String sql = grant.version() == 0 ? """
                insert into oauth_grant (id, client_id, state_hash, code_hash, token_hash, sealed, expires_at, version)
                values (:id, :client, :state, :code, :token, :sealed, :expires, 1)""" : """
                update oauth_grant set client_id = :client, state_hash = :state, code_hash = :code,
                token_hash = :token, sealed = :sealed, expires_at = :expires, version = version + 1
                where id = :id and version = :version""";
        return jdbc.sql(sql)
                        .param("id", grant.id())
                        .param("client", grant.clientId())
                        .param("state", grant.stateHash(), Types.VARCHAR)
                        .param("code", hash(grant.code()), Types.VARCHAR)
                        .param("token", hash(grant.token()), Types.VARCHAR)
                        .param("sealed", seal(grant))
                        .param("expires", OffsetDateTime.ofInstant(grant.expiresAt(), ZoneOffset.UTC))
                        .param("version", grant.version())
                        .update()
                == 1;
    }

    @Override
    public Optional<Grant> find(String id) {
        return findBy("id", id);
    }

    @Override
    public Optional<Grant> find(Grant.Kind kind, String hash) {
        return switch (kind) {
            case STATE -> findBy("state_hash", hash);
            case CODE -> findBy("code_hash", hash);
            case TOKEN -> findBy("token_hash", hash);
        };
    }

    private Optional<Grant> findBy(String column, String value) {
        return jdbc.sql("select * from oauth_grant where " + column + " = :value")
                .param("value", value)
                .query((row, number) -> read(row))
                .optional();
    }

    @Override
    public void remove(String id) {
        jdbc.sql("delete from oauth_grant where id = :id").param("id", id).update();
    }

    @Override
    public void removeOf(String clientId) {
        jdbc.sql("delete from oauth_grant where client_id = :client")
                .param("client", clientId)
                .update();
    }

    @Override
    public int purge(Instant now) {
        return jdbc.sql("delete from oauth_grant where expires_at < :now")
                .param("now", OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
                .update();
    }

    private Grant read(ResultSet row) throws SQLException {
        String id = row.getString("id");
        Contents contents = open(id, row.getBytes("sealed"));
        return new Grant(
                id,
                row.getString("client_id"),
                contents.userId,
                contents.securityVersion,
                contents.request,
                row.getString("state_hash"),
                contents.code,
                contents.token,
                Row.time(row, "expires_at"),
                row.getLong("version"));
    }

    private byte[] seal(Grant grant) {
        try {
            Contents contents =
                    new Contents(grant.userId(), grant.securityVersion(), grant.request(), grant.code(), grant.token());
            return sealing.seal(PURPOSE, grant.id(), json.writeValueAsBytes(contents));
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private Contents open(String id, byte[] sealed) {
        try {
            return json.readValue(sealing.open(PURPOSE, id, sealed), Contents.class);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static @Nullable String hash(Grant.@Nullable Secret secret) {
        return secret == null ? null : secret.hash();
    }
}
