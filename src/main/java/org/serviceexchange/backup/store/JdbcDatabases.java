package org.serviceexchange.backup.store;

import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.serviceexchange.backup.Database;
import org.serviceexchange.backup.Databases;
import org.serviceexchange.platform.settings.InstanceSettings;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.stereotype.Component;

/** Opens databases without the pool of the instance: a copy takes long, and nobody may wait for its connection. */
@Component
class JdbcDatabases implements Databases {

    private static final Pattern EMBEDDED = Pattern.compile("jdbc:h2:(?!mem:|tcp:|ssl:|zip:)(?:file:)?([^;]+).*");
    private static final String DEFAULT_USER = "sa";

    private final Environment environment;
    private final InstanceSettings instance;
    private final Schema schema;

    JdbcDatabases(Environment environment, InstanceSettings instance, Schema schema) {
        this.environment = environment;
        this.instance = instance;
        this.schema = schema;
    }

    @Override
    public Database running() {
        String url = setting("url");
        return new JdbcDatabase(
                new DriverManagerDataSource(url, setting("username"), setting("password")),
                schema,
                url.replaceFirst("[?;].*", ""));
    }

    @Override
    public Database resting() {
        Matcher embedded = EMBEDDED.matcher(setting("url"));
        return embedded.matches()
                ? new H2FileDatabase(Path.of(embedded.group(1)), setting("username"), setting("password"), schema)
                : running();
    }

    @Override
    public Database embedded() {
        return new H2FileDatabase(instance.home().resolve("database"), DEFAULT_USER, "", schema);
    }

    @Override
    public boolean knows(String version) {
        return schema.knows(version);
    }

    private String setting(String name) {
        return environment.getProperty("spring.datasource." + name, "");
    }
}
