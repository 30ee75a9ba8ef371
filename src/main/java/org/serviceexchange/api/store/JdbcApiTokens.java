package org.serviceexchange.api.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.api.ApiToken;
import org.serviceexchange.api.ApiTokens;
import org.serviceexchange.api.Scope;
import org.serviceexchange.api.ServiceUser;
import org.serviceexchange.api.ServiceUsers;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tokens, in the table {@code api_token}. */
@Repository
class JdbcApiTokens implements ApiTokens, ServiceUsers {

    private final JdbcClient jdbc;

    JdbcApiTokens(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void add(ApiToken token, String tokenHash, String proof) {
        jdbc.sql("""
                        insert into api_token
                            (number, service, scope, issued_by, issued_at, expires_at, token_hash, proof)
                        values (:number, :service, :scope, :by, :at, :end, :hash, :proof)
                        """)
                .param("number", token.number())
                .param("service", token.service().name())
                .param("scope", token.scope().name())
                .param("by", token.issuedBy())
                .param("at", time(token.issuedAt()))
                .param("end", time(token.expiresAt()))
                .param("hash", tokenHash)
                .param("proof", proof)
                .update();
    }

    @Override
    public List<ApiToken> all() {
        return jdbc.sql("select * from api_token order by number desc")
                .query(JdbcApiTokens::read)
                .list();
    }

    @Override
    public Optional<ApiToken> find(String number) {
        return jdbc.sql("select * from api_token where number = :number")
                .param("number", number)
                .query(JdbcApiTokens::read)
                .optional();
    }

    @Override
    public Optional<Proved> ofHash(String tokenHash) {
        return jdbc.sql("select * from api_token where token_hash = :hash")
                .param("hash", tokenHash)
                .query((row, index) -> new Proved(read(row, index), row.getString("proof")))
                .optional();
    }

    @Override
    public void used(String number, Instant at) {
        jdbc.sql("update api_token set last_used_at = :at where number = :number")
                .param("at", time(at))
                .param("number", number)
                .update();
    }

    @Override
    public boolean revoke(String number, String admin, Instant at) {
        return jdbc.sql("""
                        update api_token set token_hash = null, revoked_by = :by, revoked_at = :at
                        where number = :number and revoked_at is null
                        """)
                        .param("by", admin)
                        .param("at", time(at))
                        .param("number", number)
                        .update()
                == 1;
    }

    @Override
    public Optional<String> responsibleFor(ServiceUser service) {
        return jdbc.sql("select issued_by from api_token where service = :service order by issued_at desc limit 1")
                .param("service", service.name())
                .query(String.class)
                .optional();
    }

    private static ApiToken read(ResultSet row, int ignoredIndex) throws SQLException {
        return new ApiToken(
                row.getString("number"),
                new ServiceUser(row.getString("service")),
                Scope.valueOf(row.getString("scope")),
                row.getString("issued_by"),
                row.getObject("issued_at", OffsetDateTime.class).toInstant(),
                row.getObject("expires_at", OffsetDateTime.class).toInstant(),
                instant(row, "last_used_at"),
                instant(row, "revoked_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
