package org.serviceexchange.directory;

import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.platform.access.Role;
import org.serviceexchange.platform.problem.InputValidation;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.serviceexchange.platform.settings.InstanceSettings;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Creates the first admin of an empty instance, once, for a person who knows the set-up secret. */
@Service
public class SetUp {

    private static final Set<Role> FIRST_ADMIN =
            EnumSet.of(Role.ADMIN, Role.SERVICE_EXCHANGE_ADMIN, Role.KMF_ADMIN, Role.CRYPTOGRAPHIC_MANAGER);

    private final Users users;
    private final DirectoryRows rows;
    private final @Nullable String given;
    private final String secret;
    private volatile boolean done;

    SetUp(Users users, DirectoryRows rows, InstanceSettings settings) {
        this.users = users;
        this.rows = rows;
        this.given = settings.setupSecret();
        this.secret = given == null ? UUID.randomUUID().toString() : given;
    }

    /** Whether set-up is complete, that is, whether an admin exists. */
    public boolean done() {
        done = done || users.anyAdmin();
        return done;
    }

    /** The generated secret, to be logged; empty if the secret was configured. */
    public Optional<String> madeSecret() {
        return given == null ? Optional.of(secret) : Optional.empty();
    }

    /** Creates the first admin; a wrong or used secret is a {@code SETUP_SECRET_REFUSED} problem. */
    @Transactional
    public void createFirstAdmin(String enteredSecret, Person admin, String password) {
        rows.lockSetUp();
        boolean right = same(enteredSecret.strip(), secret);
        if (!right || users.anyAdmin()) {
            throw new Problem(ProblemCode.SETUP_SECRET_REFUSED);
        }
        InputValidation.password(password, admin.userId());
        users.create(admin.userId(), admin.firstName(), admin.lastName(), admin.mail(), password, FIRST_ADMIN);
    }

    /** Compares in constant time, so that the time does not reveal how many characters are right. */
    private static boolean same(String entered, String expected) {
        byte[] left = entered.getBytes(StandardCharsets.UTF_8);
        byte[] right = expected.getBytes(StandardCharsets.UTF_8);
        int difference = left.length ^ right.length;
        for (int i = 0; i < left.length; i++) {
            difference |= left[i] ^ right[i % right.length];
        }
        return difference == 0;
    }
}
