package org.serviceexchange.provider;

import com.nimbusds.jose.jwk.ECKey;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import javax.sql.DataSource;
import org.serviceexchange.kmf.InstanceKeys;
import org.serviceexchange.kmf.KmfContext;
import org.serviceexchange.kmf.KmfSettings;
import org.serviceexchange.kmf.ModuleKeys;
import org.serviceexchange.platform.settings.InstanceSettings;
import org.serviceexchange.platform.store.ProtectedTables;
import org.serviceexchange.platform.store.RefusedRecords;
import org.serviceexchange.protocol.claim.ClaimRequest;
import org.serviceexchange.protocol.claim.ClaimResponse;
import org.serviceexchange.protocol.claim.Claims;
import org.serviceexchange.protocol.claim.ClientKey;
import org.serviceexchange.protocol.handshake.KeyExchangeClient;
import org.serviceexchange.protocol.probe.Probes;
import org.serviceexchange.protocol.wire.MessageType;
import org.serviceexchange.protocol.wire.Parties;
import org.serviceexchange.protocol.wire.Party;
import org.serviceexchange.protocol.wire.SignedEnvelope;
import org.serviceexchange.provider.registration.Claim;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;

/** A consumer instance with its own keys and tables, as far as messages to a provider require. */
public final class ConsumerSide implements AutoCloseable {

    private final AnnotationConfigApplicationContext context;
    private final String url;
    private final ECKey key = Stage.newKey();

    public ConsumerSide(String name, String url, Path home) {
        this.url = url;
        DataSource database = KmfContext.emptyDatabase(name);
        new ResourceDatabasePopulator(
                        new ClassPathResource("db/migration/V40__exchange.sql"),
                        new ClassPathResource("db/migration/V141__exchange_messages.sql"))
                .execute(database);
        context = new AnnotationConfigApplicationContext();
        context.registerBean(DataSource.class, () -> database);
        context.registerBean(Clock.class, Clock::systemUTC);
        context.registerBean(KmfSettings.class, () -> KmfContext.settings(null, null));
        context.registerBean(
                InstanceSettings.class,
                () -> new InstanceSettings(name, URI.create(url), home, InstanceSettings.Mode.STANDARD, name, null));
        context.register(Beans.class);
        context.refresh();
    }

    public Claims claims() {
        return context.getBean(Claims.class);
    }

    public KeyExchangeClient exchange() {
        return context.getBean(KeyExchangeClient.class);
    }

    public Probes probes() {
        return context.getBean(Probes.class);
    }

    public ModuleKeys moduleKeys() {
        return context.getBean(ModuleKeys.class);
    }

    public ECKey key() {
        return key;
    }

    public Party party() {
        return new Party(url, context.getBean(InstanceKeys.class).signaturePublicKey());
    }

    /** A valid claim that changes the key of the OAuth client. */
    public ClaimRequest claimWithNewKey(String registration, String secret, Party provider) {
        ECKey other = Stage.newKey();
        ClientKey oauth = ClientKey.of(other.getX().toString(), other.getY().toString());
        return claims().prepare(
                        context.getBean(InstanceKeys.class),
                        registration,
                        secret,
                        provider.thumbprint(),
                        oauth,
                        url + Claim.CALLBACK);
    }

    /** A valid claim. */
    public ClaimRequest claim(String registration, String secret, Party provider) {
        ClientKey oauth = ClientKey.of(key.getX().toString(), key.getY().toString());
        return claims().prepare(
                        context.getBean(InstanceKeys.class),
                        registration,
                        secret,
                        provider.thumbprint(),
                        oauth,
                        url + Claim.CALLBACK);
    }

    public ClaimResponse answer(byte[] envelope, Party provider, String registration) {
        return claims().readResponse(envelope, provider, claim(registration, "secret", provider));
    }

    /** Whatever claim it is, signed by this side. */
    public byte[] signed(ClaimRequest claim) {
        return SignedEnvelope.write(MessageType.CLAIM, claim, context.getBean(InstanceKeys.class));
    }

    public Parties parties(String registration, Party provider) {
        byte[] encryptionKey = context.getBean(InstanceKeys.class).encryptionPublicKey();
        return new Parties(registration, provider, party(), encryptionKey);
    }

    @Override
    public void close() {
        context.close();
    }

    /** Not annotated as configuration, so that the application's component scan ignores it. */
    @EnableTransactionManagement(proxyTargetClass = true)
    @Import({ProtectedTables.class, RefusedRecords.class})
    @ComponentScan(
            basePackages = {"org.serviceexchange.kmf", "org.serviceexchange.protocol"},
            excludeFilters =
                    @ComponentScan.Filter(
                            type = FilterType.REGEX,
                            pattern = {
                                "org\\.serviceexchange\\.kmf\\.(engine|web)\\..*",
                                "org\\.serviceexchange\\.protocol\\.(web|outbound)\\..*",
                                ".*Test.*",
                            }))
    static class Beans {

        @Bean
        JdbcClient jdbcClient(DataSource database) {
            return JdbcClient.create(database);
        }

        @Bean
        JdbcTransactionManager transactionManager(DataSource database) {
            return new JdbcTransactionManager(database);
        }
    }
}
