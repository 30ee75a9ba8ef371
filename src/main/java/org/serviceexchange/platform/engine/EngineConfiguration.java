package org.serviceexchange.platform.engine;

import io.micrometer.observation.ObservationRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.camunda.bpm.engine.impl.digest.PasswordEncryptor;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.serviceexchange.platform.engine.identity.UserChanges;
import org.serviceexchange.platform.engine.identity.WatchedUsers;
import org.serviceexchange.platform.engine.job.AskBeforeTransaction;
import org.serviceexchange.platform.engine.job.ConnectionBudget;
import org.serviceexchange.platform.engine.job.JobLocks;
import org.serviceexchange.platform.engine.job.ObservedJobs;
import org.serviceexchange.platform.engine.kept.KeptMessages;
import org.serviceexchange.platform.engine.rules.ModelGuard;
import org.serviceexchange.platform.engine.rules.OneProcessPerKey;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Configuration of the engine beyond its properties. */
@Configuration(proxyBeanMethods = false)
class EngineConfiguration {

    /** Group ids such as {@code sn_sb.admin} contain characters that the engine refuses by default. */
    private static final String GROUP_IDS = "[a-zA-Z0-9_.-]+|camunda-admin";

    private static final String USER_IDS = "[a-zA-Z0-9_.@-]{1,64}";

    @Bean
    JobLocks jobLocks(@Value("${camunda.bpm.job-execution.lock-time-in-millis}") long lockTime) {
        return new JobLocks(Duration.ofMillis(lockTime));
    }

    @Bean
    ConnectionBudget connectionBudget(@Value("${spring.datasource.hikari.maximum-pool-size}") int pool) {
        return new ConnectionBudget(pool);
    }

    /** Depends on the database's initialization, so that Flyway creates the tables before the engine looks for them. */
    @Bean
    @DependsOnDatabaseInitialization
    ProcessEnginePlugin engineRules(
            PasswordEncryptor passwords,
            ApplicationContext context,
            JobLocks locks,
            ConnectionBudget budget,
            Clock clock) {
        return new AbstractProcessEnginePlugin() {
            @Override
            public void preInit(ProcessEngineConfigurationImpl configuration) {
                configuration.setPasswordEncryptor(passwords);
                configuration.setExpressionManager(new RestrictedExpressions(context));
                // Other plug-ins add to the list, so it must be mutable
                configuration.setCustomPostBPMNParseListeners(listeners(context));
                ModelGuard.configure(configuration);
                KeptMessages.configure(configuration);
                configuration.setCustomPreCommandInterceptorsTxRequired(interceptors(context, locks, budget, clock));
                configuration.setCustomPreCommandInterceptorsTxRequiresNew(
                        List.of(new ProblemUnwrappingInterceptor(clock)));
                configuration.setIdentityProviderSessionFactory(
                        new WatchedUsers.Factory(() -> context.getBean(UserChanges.class)));
                configuration.setUserResourceWhitelistPattern(USER_IDS);
                configuration.setGroupResourceWhitelistPattern(GROUP_IDS);
                configuration.setEnableExpressionsInAdhocQueries(false);
                configuration.setEnableExpressionsInStoredQueries(false);
                configuration.setEnableExceptionsAfterUnhandledBpmnError(true);
                // What fails is logged once: here by ProblemUnwrappingInterceptor, in a job by the job executor
                configuration.setEnableCmdExceptionLogging(false);
                configuration.setEnforceHistoryTimeToLive(true);
                configuration.setFailedJobRetryTimeCycle(FailedSteps.PAUSES);
                ReducedHistoryHandler.configure(configuration);
            }

            @Override
            public void postInit(ProcessEngineConfigurationImpl configuration) {
                FailedJobs.configure(configuration, clock);
            }
        };
    }

    private static List<BpmnParseListener> listeners(ApplicationContext context) {
        List<BpmnParseListener> listeners = new ArrayList<>(
                List.of(ModelGuard.listener(), new OneProcessPerKey(), new TaskNameListener(), new CalledProcesses()));
        context.getBeanProvider(BpmnParseListener.class).forEach(listeners::add);
        return listeners;
    }

    private static List<CommandInterceptor> interceptors(
            ApplicationContext context, JobLocks locks, ConnectionBudget budget, Clock clock) {
        return List.of(
                new ProblemUnwrappingInterceptor(clock),
                new ObservedJobs(context.getBeanProvider(ObservationRegistry.class)),
                new AskBeforeTransaction(
                        (process, name) -> DelegateResolver.find(context, process, name), locks, budget));
    }
}
