package org.serviceexchange.account.store;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.serviceexchange.account.UserRows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Users in the engine's table {@code act_id_user}, with their accounts. */
@Repository
class JdbcUserRows implements UserRows {

    private static final String SELECT =
            "select u.id_, u.first_, u.last_, u.email_, u.pwd_ is not null as has_password, coalesce(a.active, true) as active"
                    + " from act_id_user u left join account a on a.user_id = u.id_";
    private static final String MATCHES =
            " and (lower(u.id_) like :text escape '!' or lower(u.email_) like :text escape '!'"
                    + " or lower(coalesce(u.first_, '') || ' ' || coalesce(u.last_, '')) like :text escape '!')";

    private final JdbcClient jdbc;

    JdbcUserRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Line> find(String text, String after, int limit) {
        String filter = text.isEmpty() ? "" : MATCHES;
        var query = jdbc.sql(SELECT + " where u.id_ > :after" + filter + " order by u.id_ fetch first " + limit
                        + " rows only")
                .param("after", after);
        return (text.isEmpty() ? query : query.param("text", contained(text)))
                .query((row, index) -> new Line(
                        row.getString("id_"),
                        Objects.toString(row.getString("first_"), ""),
                        Objects.toString(row.getString("last_"), ""),
                        Objects.toString(row.getString("email_"), ""),
                        row.getBoolean("active"),
                        row.getBoolean("has_password")))
                .list();
    }

    private static String contained(String text) {
        return "%" + text.toLowerCase(Locale.ROOT).replaceAll("[!%_]", "!$0") + "%";
    }
}
