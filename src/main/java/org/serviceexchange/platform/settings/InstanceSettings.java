package org.serviceexchange.platform.settings;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.ConstructorBinding;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Who this instance is.
 *
 * @param name what people and peers call this instance
 * @param baseUrl address under which people and peers reach it; slashes at its end are gone
 * @param home folder of everything this instance keeps on disk
 * @param mode how strict the instance is
 * @param cookiePrefix beginning of the names of all cookies
 * @param setupSecret one-time secret that makes the first admin; not set: the instance makes one and logs it
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

    @ConstructorBinding
    public InstanceSettings {
        if (baseUrl != null) {
            // Peers and links append paths to it
            baseUrl = URI.create(InstanceAddress.withoutSlash(baseUrl.toString()));
        }
    }

    /** An instance whose cookies are named after it, and which makes its own set-up secret. */
    public InstanceSettings(String name, @Nullable URI baseUrl, Path home, Mode mode) {
        this(name, baseUrl, home, mode, name, null);
    }

    /** How strict the instance is. */
    public enum Mode {
        /** Loopback addresses and plain http are allowed; for the demonstration on one machine only. */
        DEMO,
        /** https and public addresses only. */
        STANDARD,
        /** As STANDARD; the contact must have an e-mail address and the own base URL must be set. */
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

    /** Whether cookies are for https only: as soon as the instance is reached by https. */
    public boolean secureCookies() {
        boolean https = baseUrl != null && "https".equalsIgnoreCase(baseUrl.getScheme());
        return https || production();
    }
}
