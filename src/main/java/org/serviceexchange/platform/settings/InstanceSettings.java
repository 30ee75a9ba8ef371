package org.serviceexchange.platform.settings;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.platform.problem.Problem;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The identity and mode of this instance.
 *
 * @param name name of this instance for people and peers
 * @param baseUrl URL under which people and peers reach this instance; kept in the normal form of {@link InstanceAddress}
 * @param home folder of all files of this instance
 * @param mode how strict the instance is
 * @param cookiePrefix prefix of all cookie names
 * @param setupSecret one-time secret for creating the first admin; if it is not set, the instance generates and logs
 *     one
 */
@Validated
@ConfigurationProperties(prefix = "service-exchange.instance", ignoreUnknownFields = false)
public record InstanceSettings(
        @NotBlank(message = "it is empty")
        @Pattern(regexp = "[A-Za-z0-9-]{1,40}", message = "letters, digits and dashes only, 40 at most")
        String name,

        @Nullable URI baseUrl,
        @NotNull(message = "it is not set") Path home,
        @DefaultValue("STANDARD") Mode mode,

        @NotBlank(message = "it is empty")
        @Pattern(regexp = "[A-Za-z0-9-]{1,40}", message = "letters, digits and dashes only, 40 at most")
        String cookiePrefix,

        @Nullable @Size(min = 16, message = "16 characters or more")
        String setupSecret) {

    public InstanceSettings {
        if (baseUrl != null) {
            // Peers and links append paths to it, and compare it
            baseUrl = URI.create(InstanceAddress.normal(baseUrl.toString()));
        }
    }

    @AssertTrue(
            message = "base-url is no address of an instance: http or https, a host, no user, query or fragment,"
                    + " such as https://exchange.example.com")
    boolean isBaseUrlUsable() {
        try {
            return baseUrl == null || InstanceAddress.of(baseUrl.toString()).uri() != null;
        } catch (Problem unusable) {
            return false; // the message of the constraint is what the operator reads
        }
    }

    @AssertTrue(message = "base-url begins with https in mode PRODUCTION")
    boolean isBaseUrlSecure() {
        return !production() || baseUrl == null || "https".equalsIgnoreCase(baseUrl.getScheme());
    }

    /** How strict the instance is. */
    public enum Mode {
        /** Allows loopback addresses and plain http; only for the demonstration on one machine. */
        DEMO,
        /** Allows https and public addresses only. */
        STANDARD,
        /** As STANDARD; in addition, the contact must have an e-mail address and the base URL must be set. */
        PRODUCTION
    }

    @Override
    public String toString() {
        return "InstanceSettings[name=" + name + ", baseUrl=" + baseUrl + ", home=" + home + ", mode=" + mode + "]";
    }

    public boolean demo() {
        return mode == Mode.DEMO;
    }

    public boolean production() {
        return mode == Mode.PRODUCTION;
    }

    /** Whether cookies are marked Secure: as soon as the base URL is https. */
    public boolean secureCookies() {
        boolean https = baseUrl != null && "https".equalsIgnoreCase(baseUrl.getScheme());
        return https || production();
    }
}
