package org.serviceexchange.webapps.engine;

import org.serviceexchange.directory.DirectoryRows;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Completes grants and filters at every start; a lock lets nodes that start at the same time do this one after another.
 */
@Component
class WebappsInitialization implements SmartInitializingSingleton {

    private final EngineGrants grants;
    private final SharedFilters filters;
    private final DirectoryRows rows;
    private final TransactionTemplate transaction;

    WebappsInitialization(
            EngineGrants grants, SharedFilters filters, DirectoryRows rows, TransactionTemplate transaction) {
        this.grants = grants;
        this.filters = filters;
        this.rows = rows;
        this.transaction = transaction;
    }

    @Override
    public void afterSingletonsInstantiated() {
        transaction.executeWithoutResult(status -> {
            rows.lockSetUp();
            grants.complete();
            filters.complete();
        });
    }
}
