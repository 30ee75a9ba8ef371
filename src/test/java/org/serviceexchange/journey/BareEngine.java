package org.serviceexchange.journey;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.support.GenericApplicationContext;

/**
 * The bare engine of the benchmark: the starters with the models of this application and delegates that do nothing. It executes
 * what its standard input asks for ({@code run SIDE COUNT PARALLEL}) and prints {@code done NANOSECONDS CPU_NANOSECONDS}.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
public class BareEngine {

    private static final Pattern DELEGATE = Pattern.compile("#\\{(\\w+Delegate)}");
    private static final long PAUSE_NANOS = Duration.ofMillis(5).toNanos();

    private final ProcessEngine engine;

    private BareEngine(ProcessEngine engine) {
        this.engine = engine;
    }

    /** Starts the engine; the first argument is the folder of the models, the others are Spring Boot's. */
    public static void main(String[] arguments) throws Exception {
        List<Path> models = List.of(
                Path.of(arguments[0], "consumer-registration.bpmn"), Path.of(arguments[0], "provider-connection.bpmn"));
        var application = new SpringApplication(BareEngine.class);
        application.addInitializers(context -> addDelegates((GenericApplicationContext) context, models));
        var context =
                application.run(List.of(arguments).subList(1, arguments.length).toArray(String[]::new));
        var engine = context.getBean(ProcessEngine.class);
        var deployment = engine.getRepositoryService().createDeployment();
        for (Path model : models) {
            deployment.addString(model.getFileName().toString(), Files.readString(model));
        }
        deployment.deploy();
        System.out.println("ready");
        new BareEngine(engine).obey();
        System.exit(SpringApplication.exit(context));
    }

    private static void addDelegates(GenericApplicationContext context, List<Path> models) {
        try {
            for (Path model : models) {
                Matcher names = DELEGATE.matcher(Files.readString(model));
                while (names.find()) {
                    if (!context.containsBeanDefinition(names.group(1))) {
                        context.registerBean(names.group(1), JavaDelegate.class, () -> execution -> {});
                    }
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void obey() throws Exception {
        var orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String order = orders.readLine(); order != null; order = orders.readLine()) {
            String[] words = order.split(" ", -1);
            Runnable one = words[1].equals("provider") ? this::registration : this::connection;
            long cpu = cpu();
            long begin = System.nanoTime();
            run(one, Integer.parseInt(words[2]), Integer.parseInt(words[3]));
            System.out.println("done " + (System.nanoTime() - begin) + " " + (cpu() - cpu));
        }
    }

    private static void run(Runnable one, int count, int parallel) throws Exception {
        ExecutorService people = Executors.newFixedThreadPool(parallel);
        List<Future<?>> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            all.add(people.submit(one));
        }
        for (Future<?> each : all) {
            each.get();
        }
        people.shutdown();
    }

    private void registration() {
        String id = start(
                "consumer-registration",
                Map.of(
                        "requestedBy", "admin",
                        "prerequisitesMet", true,
                        "mailOn", false,
                        "contactMatches", true,
                        "recheckCycle", "R/PT1M",
                        "taskReminder", "P7D",
                        "taskLife", "P14D"));
        for (String message : List.of("consumerConnecting", "consentGiven", "keysConfirmed")) {
            var waiting = engine.getRuntimeService()
                    .createExecutionQuery()
                    .processInstanceId(id)
                    .messageEventSubscriptionName(message);
            await(() -> waiting.count() > 0);
            engine.getRuntimeService()
                    .createMessageCorrelation(message)
                    .processInstanceId(id)
                    .correlate();
        }
        awaitEnd(id);
    }

    private void connection() {
        String id = start(
                "provider-connection",
                Map.of(
                        "openedBy",
                        "admin",
                        "prerequisitesMet",
                        true,
                        "probedByProvider",
                        true,
                        "recheckCycle",
                        "R/PT30S"));
        for (String task : List.of("userTask_connectToProvider", "userTask_authenticateAtProvider")) {
            var waiting = engine.getTaskService()
                    .createTaskQuery()
                    .processInstanceId(id)
                    .taskDefinitionKey(task);
            await(() -> waiting.count() > 0);
            engine.getTaskService().complete(waiting.singleResult().getId());
        }
        awaitEnd(id);
    }

    private String start(String process, Map<String, Object> variables) {
        var start = engine.getRuntimeService().createProcessInstanceByKey(process);
        return start.setVariables(variables)
                .setVariable(
                        "linkExpiresAt", Instant.now().plus(Duration.ofDays(14)).toString())
                .execute()
                .getId();
    }

    private void awaitEnd(String id) {
        var running = engine.getRuntimeService().createProcessInstanceQuery().processInstanceId(id);
        await(() -> running.count() == 0);
    }

    private static void await(BooleanSupplier fact) {
        while (!fact.getAsBoolean()) {
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    private static long cpu() {
        return ProcessHandle.current()
                .info()
                .totalCpuDuration()
                .orElse(Duration.ZERO)
                .toNanos();
    }
}
