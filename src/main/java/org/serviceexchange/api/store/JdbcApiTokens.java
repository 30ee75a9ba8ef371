package org.serviceexchange.api.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.serviceexchange.api.ApiToken;
import org.serviceexchange.api.ApiTokens;
import org.serviceexchange.api.Scope;
import org.serviceexchange.api.ServiceUser;
import org.serviceexchange.api.ServiceUsers;
import org.serviceexchange.platform.store.ProtectedTable;
import org.serviceexchange.platform.store.ProtectedTables;
import org.serviceexchange.platform.store.Row;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tokens, in the table {@code api_token}. */
@Repository
class JdbcApiTokens implements ApiTokens, ServiceUsers {

    private final JdbcClient jdbc;
    private final ProtectedTable table;

    JdbcApiTokens(JdbcClient jdbc, ProtectedTables tables) {
        this.jdbc = jdbc;
        this.table = tables.protect("api_token", "number", "last_used_at");
    }

    @Override
    public void add(ApiToken token, String tokenHash, String proof) {
        Row row = new Row();
        row.set("number", token.number())
                .set("service", token.service().name())
                .set("scope", token.scope())
                .set("issued_by", token.issuedBy())
                .set("issued_at", token.issuedAt())
                .set("expires_at", token.expiresAt())
                .set("token_hash", tokenHash)
                .set("proof", proof);
        row.insert(table);
    }

    @Override
    public List<ApiToken> all() {
        return table.list(
                JdbcApiTokens::read,
                mapper -> jdbc.sql(selected() + " order by t.number desc")
                        .query(mapper)
                        .list());
    }

    @Override
    public Optional<ApiToken> find(String number) {
        return table.one(
                JdbcApiTokens::read,
                mapper -> jdbc.sql(selected() + " where t.number = :number")
                        .param("number", number)
                        .query(mapper)
                        .list());
    }

    /** Whoever calls with the token of an altered row learns no more than that the token is refused. */
    @Override
    public Optional<Proved> ofHash(String tokenHash) {
        return table
                .list(
                        (row, index) -> new Proved(read(row, index), row.getString("proof")),
                        mapper -> jdbc.sql(selected() + " where t.token_hash = :hash")
                                .param("hash", tokenHash)
                                .query(mapper)
                                .list())
                .stream()
                .findFirst();
    }

    private String selected() {
        return "select " + table.columns() + " from api_token t";
    }

    @Override
    public void used(String number, Instant at) {
        jdbc.sql("update api_token set last_used_at = :at where number = :number")
                .param("at", Row.utc(at))
                .param("number", number)
                .update();
    }

    @Override
    public boolean revoke(String number, String admin, Instant at) {
        boolean valid = table.one(
                        (row, index) -> row.getObject("revoked_at") == null,
                        mapper -> jdbc.sql(selected() + " where t.number = :number for update")
                                .param("number", number)
                                .query(mapper)
                                .list())
                .orElse(false);
        if (valid) {
            table.update(
                    "update api_token set token_hash = null, revoked_by = :by, revoked_at = :at where number = :number",
                    Map.of("by", admin, "at", Row.utc(at), "number", number));
        }
        return valid;
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
                Row.time(row, "issued_at"),
                Row.time(row, "expires_at"),
                Row.timeOrNull(row, "last_used_at"),
                Row.timeOrNull(row, "revoked_at"));
    }
}
