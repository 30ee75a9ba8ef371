package org.serviceexchange.webapps.engine;

import java.util.Locale;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.filter.Filter;
import org.serviceexchange.platform.message.Languages;
import org.serviceexchange.platform.message.Messages;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * A "My tasks" filter for every user of Tasklist. One shared filter would need an expression in a stored query, which the
 * engine refuses here on purpose.
 */
@Component
public class MyTasks {

    /** Key of its name, and of the note with the user that it was made. */
    private static final String MADE = "tasklist.filter.myTasks";

    private final FilterService stored;
    private final TaskFilters filters;
    private final IdentityService identities;

    MyTasks(FilterService stored, TaskFilters filters, IdentityService identities) {
        this.stored = stored;
        this.filters = filters;
        this.identities = identities;
    }

    /** Makes the filter of this user once, in a language; the engine lets its owner alone see, change and delete it. */
    @Transactional
    public void ensure(String userId, Locale language) {
        if (identities.getUserInfo(userId, MADE) == null) {
            Filter filter = earlier(userId).setName(Messages.of(MADE, language));
            identities.setUserInfo(
                    userId, MADE, filters.save(filter, 1, language).getId());
        }
    }

    /** The one from an earlier version, which was English for everybody, or a new one. */
    private Filter earlier(String userId) {
        String name = Messages.of(MADE, Languages.DEFAULT);
        return stored.createTaskFilterQuery().filterName(name).filterOwner(userId).list().stream()
                .findFirst()
                .orElseGet(() -> filters.create(name, filters.query().taskAssignee(userId))
                        .setOwner(userId));
    }
}
