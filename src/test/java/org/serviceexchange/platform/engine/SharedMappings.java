package org.serviceexchange.platform.engine;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.ibatis.builder.xml.XMLConfigBuilder;
import org.apache.ibatis.executor.Executor;
import org.apache.ibatis.session.Configuration;
import org.apache.ibatis.session.ExecutorType;
import org.apache.ibatis.session.SqlSession;
import org.apache.ibatis.session.SqlSessionFactory;
import org.apache.ibatis.session.TransactionIsolationLevel;
import org.apache.ibatis.session.defaults.DefaultSqlSession;
import org.apache.ibatis.transaction.Transaction;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.util.ReflectUtil;
import org.springframework.stereotype.Component;

/**
 * Lets all engines of a test JVM share the engine's SQL statements, which it otherwise reads from its XML files for each engine:
 * a second of processor time, a third of what the start of a context takes. Application contexts find this component where they
 * look for components.
 */
@Component
public class SharedMappings extends AbstractProcessEnginePlugin {

    private static final Map<String, Configuration> READ = new ConcurrentHashMap<>();

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        in(configuration);
    }

    /** Makes an engine that is configured by a test share the statements, too. */
    public static <C extends ProcessEngineConfigurationImpl> C in(C configuration) {
        configuration.setSqlSessionFactory(new Sessions(configuration));
        return configuration;
    }

    private static Configuration read(ProcessEngineConfigurationImpl engine) {
        String kind = engine.getDatabaseType() + " " + engine.getDatabaseTablePrefix();
        return READ.computeIfAbsent(kind, unread -> parse(engine));
    }

    /** As the engine does it, without a database: each session brings its own. */
    private static Configuration parse(ProcessEngineConfigurationImpl engine) {
        Properties properties = new Properties();
        properties.put("prefix", engine.getDatabaseTablePrefix());
        ProcessEngineConfigurationImpl.initSqlSessionFactoryProperties(
                properties, engine.getDatabaseTablePrefix(), engine.getDatabaseType());
        try (Reader file = new InputStreamReader(
                ReflectUtil.getResourceAsStream(ProcessEngineConfigurationImpl.DEFAULT_MYBATIS_MAPPING_FILE), UTF_8)) {
            Configuration read = new XMLConfigBuilder(file, "", properties).parse();
            read.setDefaultExecutorType(ExecutorType.BATCH);
            return read;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sessions of one engine on its own database. */
    private record Sessions(ProcessEngineConfigurationImpl engine) implements SqlSessionFactory {

        @Override
        public SqlSession openSession() {
            return open(engine.getTransactionFactory().newTransaction(engine.getDataSource(), null, false));
        }

        @Override
        public SqlSession openSession(Connection connection) {
            return open(engine.getTransactionFactory().newTransaction(connection));
        }

        @Override
        public SqlSession openSession(boolean autoCommit) {
            throw new UnsupportedOperationException();
        }

        @Override
        public SqlSession openSession(TransactionIsolationLevel level) {
            throw new UnsupportedOperationException();
        }

        @Override
        public SqlSession openSession(ExecutorType type) {
            throw new UnsupportedOperationException();
        }

        @Override
        public SqlSession openSession(ExecutorType type, boolean autoCommit) {
            throw new UnsupportedOperationException();
        }

        @Override
        public SqlSession openSession(ExecutorType type, TransactionIsolationLevel level) {
            throw new UnsupportedOperationException();
        }

        @Override
        public SqlSession openSession(ExecutorType type, Connection connection) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Configuration getConfiguration() {
            return read(engine);
        }

        private SqlSession open(Transaction transaction) {
            Configuration read = getConfiguration();
            Executor executor = read.newExecutor(transaction);
            return new DefaultSqlSession(read, executor);
        }
    }
}
