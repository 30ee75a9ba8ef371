package org.serviceexchange.webapps.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.junit.jupiter.api.Test;
import org.serviceexchange.InstanceTest;
import org.serviceexchange.platform.access.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;

@InstanceTest
@Transactional
class TaskFiltersTest {

    @Autowired
    FilterService filters;

    @Autowired
    AuthorizationService authorizations;

    @Autowired
    ManagementService management;

    @Autowired
    SharedFilters shared;

    @Autowired
    MyTasks myTasks;

    @Test
    void existOnTheFirstStartForThoseWhoAdminister() {
        for (String name : List.of("Validation failed", "Unassigned tasks", "All tasks")) {
            assertThat(authorizations
                            .createAuthorizationQuery()
                            .groupIdIn(Role.SERVICE_EXCHANGE_ADMIN.group())
                            .resourceType(Resources.FILTER)
                            .resourceId(one(name).getId())
                            .count())
                    .as(name)
                    .isEqualTo(1);
        }
        assertThat(one("Validation failed").getProperties().get("variables"))
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .contains(
                        Map.of("name", "registrationNumber", "label", "Number"),
                        Map.of("name", "companyName", "label", "Company"),
                        Map.of("name", "connectionNumber", "label", "Number"),
                        Map.of("name", "providerName", "label", "Provider"));
    }

    @Test
    void stayAsAnAdminLeftThem() {
        filters.deleteFilter(one("Unassigned tasks").getId());
        filters.saveFilter(one("All tasks").setName("Everything"));

        shared.complete();

        assertThat(all("Unassigned tasks")).isEmpty();
        assertThat(all("All tasks")).isEmpty();
        assertThat(all("Everything")).hasSize(1);
    }

    @Test
    void ofAnEarlierVersionAreKeptAndGetTheColumnsOnce() {
        Filter earlier = one("All tasks");
        filters.saveFilter(earlier.setProperties(Map.of("priority", 0, "color", "#abcdef", "variables", List.of())));
        management.deleteProperty("serviceExchange.tasklist.filter.allTasks");

        shared.complete();

        assertThat(one("All tasks").getId()).isEqualTo(earlier.getId());
        assertThat(one("All tasks").getProperties().get("variables"))
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .hasSize(4);
    }

    @Test
    void ofAPersonAreInTheLanguageOfTheFirstLoginAndMadeOnce() {
        myTasks.ensure("greta", Locale.GERMAN);
        myTasks.ensure("greta", Locale.ENGLISH);

        Filter hers = one("Meine Aufgaben");
        assertThat(hers.getOwner()).isEqualTo("greta");
        assertThat(hers.getProperties().get("variables"))
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .contains(Map.of("name", "companyName", "label", "Firma"));
        assertThat(filters.createTaskFilterQuery().filterOwner("greta").count()).isEqualTo(1);

        filters.deleteFilter(hers.getId());
        myTasks.ensure("greta", Locale.GERMAN);
        assertThat(filters.createTaskFilterQuery().filterOwner("greta").count()).isZero();
    }

    private Filter one(String name) {
        assertThat(all(name)).as(name).hasSize(1);
        return all(name).get(0);
    }

    private List<Filter> all(String name) {
        return filters.createTaskFilterQuery().filterName(name).list();
    }
}
