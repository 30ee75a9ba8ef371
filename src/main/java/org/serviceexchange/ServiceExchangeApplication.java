package org.serviceexchange;

import java.time.ZoneOffset;
import java.util.TimeZone;
import org.serviceexchange.command.CommandLineProgram;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts one instance, which can act as provider, as consumer, or as both. */
@SpringBootApplication(nameGenerator = FeatureBeanNames.class)
@ConfigurationPropertiesScan
public class ServiceExchangeApplication {

    /** Starts the instance, or runs a command of the command line. */
    public static void main(String[] args) {
        if (CommandLineProgram.isNamed(args)) {
            System.exit(CommandLineProgram.run(args));
        }
        storeTimesInUtc();
        SpringApplication.run(ServiceExchangeApplication.class, args);
    }

    /**
     * The engine and Flyway write times without their zone, in the JVM's: it is UTC, whatever the machine's or an option says,
     * before anything reads it. Then no time moves with the machine, and none exists twice or not at all when clocks change.
     */
    static void storeTimesInUtc() {
        TimeZone.setDefault(TimeZone.getTimeZone(ZoneOffset.UTC));
    }
}
