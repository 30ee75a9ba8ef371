package org.serviceexchange.platform.session.store;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Values of a session as bytes.
 *
 * <p>Security guarantees: Only objects of listed classes are read. A value that cannot be read, such as one that another
 * version wrote, is left out.
 */
final class SessionValues {

    private static final Logger LOG = LoggerFactory.getLogger(SessionValues.class);

    /** What pages, Spring Security and the webapps keep in a session, and of what these consist. */
    private static final ObjectInputFilter LISTED = ObjectInputFilter.Config.createFilter(String.join(
            ";",
            "maxdepth=30",
            "maxrefs=20000",
            "maxbytes=1000000",
            "maxarray=20000",
            "java.lang.Boolean",
            "java.lang.Enum",
            "java.lang.Integer",
            "java.lang.Long",
            "java.lang.Number",
            "java.lang.Object",
            "java.lang.String",
            "java.time.Instant",
            "java.time.Ser",
            "java.util.ArrayList",
            "java.util.Arrays$ArrayList",
            "java.util.CollSer",
            "java.util.Collections$*",
            "java.util.Date",
            "java.util.HashMap",
            "java.util.HashSet",
            "java.util.LinkedHashMap",
            "java.util.LinkedHashSet",
            "java.util.ImmutableCollections$*",
            "java.util.LinkedList",
            "java.util.Map$Entry",
            "java.util.TreeSet",
            "java.util.concurrent.CopyOnWriteArrayList",
            "org.camunda.bpm.webapp.impl.security.auth.*",
            "org.serviceexchange.**",
            "org.springframework.security.authentication.AbstractAuthenticationToken",
            "org.springframework.security.authentication.UsernamePasswordAuthenticationToken",
            "org.springframework.security.core.authority.SimpleGrantedAuthority",
            "org.springframework.security.core.context.SecurityContextImpl",
            "org.springframework.security.core.userdetails.User",
            "org.springframework.security.core.userdetails.User$AuthorityComparator",
            "org.springframework.security.oauth2.core.AuthorizationGrantType",
            "org.springframework.security.oauth2.core.endpoint.*",
            "org.springframework.security.web.authentication.WebAuthenticationDetails",
            "org.springframework.security.web.csrf.DefaultCsrfToken",
            "org.springframework.util.LinkedMultiValueMap",
            "org.springframework.util.MultiValueMapAdapter",
            "org.springframework.web.servlet.FlashMap",
            "!*"));

    private SessionValues() {}

    /** The object as bytes; empty if it cannot be written, which costs the person that value but not the page. */
    static Optional<byte[]> bytes(String name, Object value) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new ObjectOutputStream(bytes)) {
            out.writeObject(value);
        } catch (IOException e) {
            LOG.error("The value {} cannot be kept in a session.", name, e);
            return Optional.empty();
        }
        return Optional.of(bytes.toByteArray());
    }

    /** The object of these bytes; empty if it cannot be read. */
    static Optional<Object> object(String name, byte[] bytes) {
        try (var in = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
            in.setObjectInputFilter(LISTED);
            return Optional.ofNullable(in.readObject());
        } catch (IOException | ClassNotFoundException | RuntimeException | LinkageError e) {
            LOG.info("The value {} of a session cannot be read and is left out: {}", name, e.toString());
            return Optional.empty();
        }
    }
}
