package org.serviceexchange.directory.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.directory.Company;
import org.serviceexchange.directory.Contact;
import org.serviceexchange.directory.Directory;
import org.serviceexchange.directory.DirectoryRows;
import org.serviceexchange.directory.ProviderRecord;
import org.serviceexchange.directory.SameName;
import org.serviceexchange.directory.User;
import org.serviceexchange.platform.message.Languages;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.serviceexchange.platform.store.ProtectedTable;
import org.serviceexchange.platform.store.ProtectedTables;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.SqlParameterValue;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The directory in the database. Names and e-mail addresses of contacts are read from the user directory's own table,
 * so that both always agree.
 */
@Component
class JdbcDirectory implements Directory, DirectoryRows {

    private static final String COMPANIES = "select id, name, active from company";
    private static final String BY_NAME = " order by u.first_, u.last_, t.user_id";

    private final JdbcClient jdbc;
    private final ProtectedTable contacts;

    JdbcDirectory(JdbcClient jdbc, ProtectedTables tables) {
        this.jdbc = jdbc;
        this.contacts = tables.protect("contact", "user_id");
    }

    @Override
    public List<Company> companies() {
        return jdbc.sql(COMPANIES + " order by name_key").query(Company.class).list();
    }

    @Override
    public Optional<Company> company(String id) {
        return jdbc.sql(COMPANIES + " where id = :id")
                .param("id", id)
                .query(Company.class)
                .optional();
    }

    @Override
    public List<Contact> contacts() {
        return contacts.list(
                JdbcDirectory::contact,
                mapper -> jdbc.sql(selected() + BY_NAME).query(mapper).list());
    }

    @Override
    public List<Contact> contacts(String companyId) {
        return contacts.list(
                JdbcDirectory::contact,
                mapper -> jdbc.sql(selected() + " where t.company_id = :company" + BY_NAME)
                        .param("company", companyId)
                        .query(mapper)
                        .list());
    }

    @Override
    public Optional<Contact> contact(String userId) {
        return contacts.one(
                JdbcDirectory::contact,
                mapper -> jdbc.sql(selected() + " where t.user_id = :user")
                        .param("user", userId)
                        .query(mapper)
                        .list());
    }

    private String selected() {
        return "select " + contacts.columns()
                + ", u.first_, u.last_, u.email_ from contact t join act_id_user u on u.id_ = t.user_id";
    }

    @Override
    public Optional<ProviderRecord> providerRecord() {
        return jdbc.sql("select name from provider_record")
                .query(ProviderRecord.class)
                .optional();
    }

    @Override
    public void add(Company company) {
        write("insert into company (id, name, name_key, active) values (:id, :name, :key, :active)", company);
    }

    @Override
    public void change(Company company) {
        write("update company set name = :name, name_key = :key, active = :active where id = :id", company);
    }

    @Override
    public void addContact(String userId, String companyId) {
        contacts.insert(
                "insert into contact (user_id, company_id, active) values (:user, :company, true)",
                Map.of("user", userId, "company", companyId));
    }

    @Override
    public void changeContact(String userId, String companyId, boolean active) {
        lock(userId);
        contacts.update(
                "update contact set company_id = :company, active = :active where user_id = :user",
                Map.of("user", userId, "company", companyId, "active", active));
    }

    @Override
    public void changeLanguage(String userId, @Nullable Locale language) {
        lock(userId);
        Object tag = language == null ? new SqlParameterValue(Types.VARCHAR, null) : language.toLanguageTag();
        contacts.update(
                "update contact set language = :language where user_id = :user",
                Map.of("user", userId, "language", tag));
    }

    /** A {@code RECORD_ALTERED} problem if the row is not as it was written: an update would prove what is left of it. */
    private void lock(String userId) {
        contacts.one(
                (row, index) -> userId,
                mapper -> jdbc.sql(
                                "select " + contacts.columns() + " from contact t where t.user_id = :user for update")
                        .param("user", userId)
                        .query(mapper)
                        .list());
    }

    @Override
    public void save(ProviderRecord providerRecord) {
        int rows = jdbc.sql("update provider_record set name = :name")
                .param("name", providerRecord.name())
                .update();
        if (rows == 0) {
            jdbc.sql("insert into provider_record (id, name) values (1, :name)")
                    .param("name", providerRecord.name())
                    .update();
        }
    }

    @Override
    public void lockSetUp() {
        // Any row that always exists can serve as the lock
        jdbc.sql("select next_number from number_range where prefix = 'CMP' for update")
                .query(Long.class)
                .single();
    }

    private void write(String sql, Company company) {
        try {
            jdbc.sql(sql)
                    .param("id", company.id())
                    .param("name", company.name())
                    .param("key", SameName.key(company.name()))
                    .param("active", company.active())
                    .update();
        } catch (DuplicateKeyException e) {
            throw new Problem(ProblemCode.COMPANY_NAME_TAKEN, e, company.name());
        }
    }

    private static Contact contact(ResultSet row, int number) throws SQLException {
        String id = row.getString("user_id");
        return new Contact(
                id,
                row.getString("company_id"),
                User.displayName(id, row.getString("first_"), row.getString("last_")),
                Optional.ofNullable(row.getString("email_")).orElse(""),
                row.getBoolean("active"),
                Languages.tagged(row.getString("language")).orElse(null));
    }
}
