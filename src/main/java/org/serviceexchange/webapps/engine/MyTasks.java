package org.serviceexchange.webapps.engine;

import java.util.Locale;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.filter.Filter;
import org.serviceexchange.directory.Accounts;
import org.serviceexchange.platform.message.Languages;
import org.serviceexchange.platform.message.Messages;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Creates a "My tasks" filter for every user of Tasklist. A single shared filter would need an expression in a stored
 * query, which this application makes the engine refuse.
 */
@Component
public class MyTasks {

    /** Message key of the filter's name; also the key of the user property that records that the filter was created. */
    private static final String MADE = "tasklist.filter.myTasks";

    private final FilterService stored;
    private final TaskFilters filters;
    private final IdentityService identities;
    private final Accounts accounts;

    MyTasks(FilterService stored, TaskFilters filters, IdentityService identities, Accounts accounts) {
        this.stored = stored;
        this.filters = filters;
        this.identities = identities;
        this.accounts = accounts;
    }

    /**
     * Creates the user's filter once, in a language; only its owner can see, change and delete it. Two first logins at the
     * same moment come one after the other, because the engine keeps both of two notes with one key and can read neither.
     */
    @Transactional
    public void ensure(String userId, Locale language) {
        if (made(userId)) {
            return;
        }
        accounts.lock(userId);
        if (!made(userId)) {
            Filter filter = earlier(userId).setName(Messages.of(MADE, language));
            identities.setUserInfo(
                    userId, MADE, filters.save(filter, 1, language).getId());
        }
    }

    private boolean made(String userId) {
        return identities.getUserInfo(userId, MADE) != null;
    }

    /** The filter of an earlier version, which had an English name for everybody, or a new one. */
    private Filter earlier(String userId) {
        String name = Messages.of(MADE, Languages.DEFAULT);
        return stored.createTaskFilterQuery().filterName(name).filterOwner(userId).list().stream()
                .findFirst()
                .orElseGet(() -> filters.create(name, filters.query().taskAssignee(userId))
                        .setOwner(userId));
    }
}
