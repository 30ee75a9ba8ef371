package org.serviceexchange.webapps.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.RETURNS_DEEP_STUBS;
import static org.mockito.Mockito.clearInvocations;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.Test;
import org.serviceexchange.platform.engine.ProcessRegistration;

/** Which variables forms may send. */
class FormFieldsTest {

    @Test
    void takeTheNamedOnesAndThoseThatBeginAsAnalystsNameTheirs() {
        RepositoryService repository = mock(RepositoryService.class, RETURNS_DEEP_STUBS);
        when(repository
                        .createProcessDefinitionQuery()
                        .processDefinitionId("definition")
                        .singleResult()
                        .getKey())
                .thenReturn("process");
        var registration = new ProcessRegistration(
                "process",
                "feature",
                "",
                "",
                Map.of(ProcessRegistration.START, Set.of("companyId", "own_*")),
                List.of(),
                Map.of());
        FormFields fields = new FormFields(List.of(registration), repository, mock());
        clearInvocations(repository);
        assertThat(fields.isOfStart("definition", "companyId")).isTrue();
        assertThat(fields.isOfStart("definition", "own_purchaseOrder")).isTrue();
        assertThat(fields.isOfStart("definition", "companyId2")).isFalse();
        assertThat(fields.isOfStart("definition", "contactMatches")).isFalse();
        assertThat(fields.isOfStart("definition", "own")).isFalse();
        // A form has many fields and one process
        verify(repository, times(1)).createProcessDefinitionQuery();
    }
}
