package org.serviceexchange.rehearsal;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.UUID;
import org.serviceexchange.platform.background.BackgroundRound;
import org.serviceexchange.platform.engine.ProcessDeployer;
import org.serviceexchange.platform.rulebook.MailStep;
import org.serviceexchange.platform.rulebook.ProcessFolder;
import org.serviceexchange.protocol.wire.ConnectionSide;
import org.serviceexchange.rehearsal.engine.FolderAtStart;
import org.serviceexchange.rehearsal.engine.RehearsedEngine;
import org.serviceexchange.rehearsal.engine.StepTrace;
import org.serviceexchange.rehearsal.mail.RecordedMails;
import org.serviceexchange.rehearsal.web.PeerSilence;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.AbstractEnvironment;
import org.springframework.scheduling.config.ScheduledTask;
import org.springframework.scheduling.config.ScheduledTaskHolder;

/** One side of a rehearsal: a whole instance in this JVM with an empty database in memory, another clock, and no mail server. */
final class RehearsedSide implements AutoCloseable {

    /** Started by name, because what starts an instance knows the command line, which knows this. */
    private static final String APPLICATION = "org.serviceexchange.ServiceExchangeApplication";

    private final ConnectionSide side;
    private final URI address;
    private final ConfigurableApplicationContext context;
    private final RehearsedEngine engine;
    private final RecordedMails mails;
    private final PeerSilence network = new PeerSilence();
    private final List<ScheduledTask> rounds;

    private RehearsedSide(
            ConnectionSide side, int port, Path home, SortedMap<String, byte[]> models, Clock clock, Witness witness) {
        this.side = side;
        address = URI.create("http://localhost:" + port);
        mails = new RecordedMails(side, clock, witness::mail);
        SpringApplication application = new SpringApplication();
        application.setSources(Set.of(APPLICATION));
        application.setRegisterShutdownHook(false);
        application.setEnvironment(new SettingsOfItsOwn());
        application.addInitializers(starting -> prepare((GenericApplicationContext) starting, models, clock, witness));
        context = application.run(settings(home, models));
        engine = RehearsedEngine.of(context);
        rounds = context.getBeansOfType(ScheduledTaskHolder.class).values().stream()
                .flatMap(holder -> holder.getScheduledTasks().stream())
                .toList();
        rounds.forEach(round -> round.cancel(false));
    }

    /** Starts one. */
    static RehearsedSide start(
            ConnectionSide side, int port, Path home, SortedMap<String, byte[]> models, Clock clock, Witness witness) {
        return new RehearsedSide(side, port, home, models, clock, witness);
    }

    private void prepare(
            GenericApplicationContext starting, SortedMap<String, byte[]> models, Clock clock, Witness witness) {
        starting.registerBean("rehearsedMails", RecordedMails.class, () -> mails);
        starting.registerBean("rehearsedNetwork", PeerSilence.class, () -> network);
        starting.registerBean("rehearsedTrace", StepTrace.class, () -> new StepTrace(side, clock, witness::step));
        starting.registerBean(
                "rehearsedModels",
                FolderAtStart.class,
                () -> new FolderAtStart(models, () -> starting.getBean(ProcessDeployer.class)),
                definition -> definition.setPrimary(true));
        starting.registerBean("rehearsedClock", Clock.class, () -> clock, definition -> definition.setPrimary(true));
        starting.addBeanFactoryPostProcessor(RehearsedSide::forgetClockCheck);
    }

    /** The database keeps the machine's time: that it differs by days is no fault here. */
    private static void forgetClockCheck(ConfigurableListableBeanFactory beans) {
        for (String name : beans.getBeanDefinitionNames()) {
            BeanDefinition definition = beans.getBeanDefinition(name);
            if (String.valueOf(definition.getBeanClassName()).endsWith(".ClockCheck")) {
                ((BeanDefinitionRegistry) beans).removeBeanDefinition(name);
            }
        }
    }

    private String[] settings(Path home, SortedMap<String, byte[]> models) {
        String name = side == ConnectionSide.PROVIDER ? "provider" : "consumer";
        return new String[] {
            "--spring.config.location=classpath:/application.yaml",
            "--spring.datasource.url=jdbc:h2:mem:" + UUID.randomUUID(),
            "--server.address=localhost",
            "--server.port=" + address.getPort(),
            "--server.shutdown=immediate",
            "--server.servlet.session.timeout=400d",
            "--service-exchange.instance.mode=DEMO",
            "--service-exchange.instance.name=" + name,
            "--service-exchange.instance.base-url=" + address,
            "--service-exchange.instance.home=" + home.toAbsolutePath(),
            "--service-exchange.provider.recheck-interval=" + Rehearsal.RECHECK,
            "--service-exchange.consumer.recheck-interval=" + Rehearsal.RECHECK,
            "--service-exchange.kmf.health-max-age=1ms",
            "--camunda.bpm.process-engine-name=rehearsed-" + name,
            // Nothing leaves the program, so a model may write to whomever it names
            "--service-exchange.block.mail-addresses=" + String.join(",", MailStep.addresses(ProcessFolder.of(models))),
            "--logging.level.root=ERROR",
            "--logging.threshold.console=OFF",
        };
    }

    ConnectionSide side() {
        return side;
    }

    URI address() {
        return address;
    }

    URI at(String path) {
        return address.resolve(path);
    }

    RehearsedEngine engine() {
        return engine;
    }

    RecordedMails mails() {
        return mails;
    }

    PeerSilence network() {
        return network;
    }

    <T> T get(Class<T> part) {
        return context.getBean(part);
    }

    /** Does what the instance does every few seconds or minutes, and waits for what it does aside. */
    void round() {
        rounds.forEach(round -> round.getTask().getRunnable().run());
        context.getBeansOfType(BackgroundRound.class).values().forEach(BackgroundRound::awaitRest);
    }

    @Override
    public void close() {
        context.close();
    }

    /** Neither variables nor properties of the machine: what is set for an instance of its own is not for this one. */
    private static final class SettingsOfItsOwn extends AbstractEnvironment {}
}
