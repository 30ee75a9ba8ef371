package org.serviceexchange.workshop.move.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.migration.MigratingActivityInstanceValidationReport;
import org.camunda.bpm.engine.migration.MigratingProcessInstanceValidationException;
import org.camunda.bpm.engine.migration.MigratingProcessInstanceValidationReport;
import org.camunda.bpm.engine.migration.MigratingTransitionInstanceValidationReport;
import org.camunda.bpm.engine.migration.MigrationPlan;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.serviceexchange.platform.label.ModelLabels;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.workshop.ProcessVersions;
import org.serviceexchange.workshop.model.ModelElement;
import org.serviceexchange.workshop.model.ModelElements;
import org.serviceexchange.workshop.move.CaseMover;
import org.serviceexchange.workshop.move.MovePlan;
import org.serviceexchange.workshop.move.MovedCase;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Moves cases by the engine's migration: each token stays at the element with the same id. Timers that wait keep their dates, open
 * tasks, failed steps and jobs of the case itself stay as they are.
 */
@Component
class EngineCaseMover implements CaseMover {

    private final RuntimeService runtime;
    private final ProcessVersions versions;
    private final TransactionTemplate aside;
    private final JobsOfTheCase jobs;

    EngineCaseMover(RuntimeService runtime, ProcessVersions versions, PlatformTransactionManager transactions) {
        this.runtime = runtime;
        this.versions = versions;
        this.jobs = new JobsOfTheCase(runtime);
        this.aside = new TransactionTemplate(transactions);
        this.aside.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    @Override
    public List<MovedCase> running(String definition, int limit) {
        return runtime
                .createProcessInstanceQuery()
                .processDefinitionId(definition)
                .orderByProcessInstanceId()
                .asc()
                .listPage(0, limit)
                .stream()
                .map(one -> new MovedCase(
                        one.getId(),
                        Objects.requireNonNullElse(one.getBusinessKey(), ""),
                        MovedCase.Result.WAITING,
                        null))
                .toList();
    }

    @Override
    public Outcome move(MovePlan plan, String instance) {
        ProcessInstance running =
                runtime.createProcessInstanceQuery().processInstanceId(instance).singleResult();
        if (running == null || !running.getProcessDefinitionId().equals(plan.fromId())) {
            return Outcome.GONE;
        }
        MigrationPlan migration = runtime.createMigrationPlan(plan.fromId(), plan.toId())
                .mapEqualActivities()
                .build();
        try {
            jobs.without(
                    instance,
                    () -> runtime.newMigration(migration)
                            .processInstanceIds(instance)
                            .execute());
            return Outcome.MOVED;
        } catch (OptimisticLockingException stepRuns) {
            return Outcome.BUSY;
        } catch (MigratingProcessInstanceValidationException refused) {
            throw new Refused(inWords(plan, refused.getValidationReport()), refused);
        } catch (ProcessEngineException refused) {
            throw new Refused(LocalizedMessage.of("workshop.move.refused.engine", text(refused)), refused);
        }
    }

    private static String text(ProcessEngineException refused) {
        String text = String.valueOf(refused.getMessage());
        return text.length() > 1000 ? text.substring(0, 1000) + " …" : text;
    }

    @Override
    public Optional<LocalizedMessage> objection(MovePlan plan, String instance) {
        try {
            aside.executeWithoutResult(status -> {
                status.setRollbackOnly();
                move(plan, instance);
            });
            return Optional.empty();
        } catch (Refused refused) {
            return Optional.of(refused.why());
        }
    }

    /** The first place that hinders the move: people mend one after the other. */
    private LocalizedMessage inWords(MovePlan plan, MigratingProcessInstanceValidationReport report) {
        Map<String, ModelElement> before =
                ModelElements.of(versions.model(plan.fromId()), ModelLabels.OF_THE_APPLICATION);
        Map<String, ModelElement> after = ModelElements.of(versions.model(plan.toId()), ModelLabels.OF_THE_APPLICATION);
        return places(report).stream()
                .findFirst()
                .map(place -> LocalizedMessage.of(
                        after.containsKey(place) ? "workshop.move.refused.otherKind" : "workshop.move.refused.noPlace",
                        label(before, place),
                        plan.to()))
                .orElseGet(() ->
                        LocalizedMessage.of("workshop.move.refused.engine", String.join("; ", report.getFailures())));
    }

    private static List<String> places(MigratingProcessInstanceValidationReport report) {
        List<String> places = new ArrayList<>();
        for (MigratingActivityInstanceValidationReport one : report.getActivityInstanceReports()) {
            places.add(one.getSourceScopeId());
        }
        for (MigratingTransitionInstanceValidationReport one : report.getTransitionInstanceReports()) {
            places.add(one.getSourceScopeId());
        }
        return places;
    }

    private static String label(Map<String, ModelElement> elements, String id) {
        ModelElement element = elements.get(id);
        return element == null ? id : element.label().in(Locale.ENGLISH);
    }
}
