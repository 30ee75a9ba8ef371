package org.serviceexchange.directory.store;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.serviceexchange.directory.DirectoryRows;
import org.serviceexchange.directory.SameName;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Applies the rule for equal names to companies of earlier versions. The second of two with one name keeps its old key; the page
 * of companies asks to rename it.
 */
@Component
class CompanyNameKeys implements SmartInitializingSingleton {

    private final JdbcClient jdbc;
    private final DirectoryRows rows;
    private final TransactionOperations transaction;

    CompanyNameKeys(JdbcClient jdbc, DirectoryRows rows, TransactionOperations transaction) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.transaction = transaction;
    }

    @Override
    public void afterSingletonsInstantiated() {
        transaction.executeWithoutResult(status -> {
            rows.lockSetUp();
            complete();
        });
    }

    private void complete() {
        List<Named> companies = jdbc.sql("select id, name, name_key from company order by id")
                .query((row, index) -> new Named(row.getString("id"), row.getString("name"), row.getString("name_key")))
                .list();
        Set<String> taken = new HashSet<>();
        companies.forEach(company -> taken.add(company.nameKey()));
        for (Named company : companies) {
            String key = SameName.key(company.name());
            if (taken.add(key)) {
                jdbc.sql("update company set name_key = ? where id = ?")
                        .params(key, company.id())
                        .update();
            }
        }
    }

    /** A company and the key of its name. */
    record Named(String id, String name, String nameKey) {}
}
