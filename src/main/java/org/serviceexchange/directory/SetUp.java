package org.serviceexchange.directory;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.platform.access.ConstantTime;
import org.serviceexchange.platform.problem.InputValidation;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.serviceexchange.platform.settings.InstanceSettings;
import org.serviceexchange.platform.web.CookieSignatures;
import org.springframework.stereotype.Service;

/**
 * Creates the first admin of an empty instance, once, for a person who knows the set-up secret. One that is made is computed
 * with the keys of the instance, so that every node has the same, before and after a restart.
 *
 * <p>Security guarantees: Whoever has the database alone does not know the set-up secret.
 */
@Service
public class SetUp {

    private static final String PURPOSE = "set-up-secret";

    private final Users users;
    private final AddFirstAdmin addFirstAdmin;
    private final @Nullable String given;
    private final String secret;
    private volatile boolean done;

    SetUp(Users users, AddFirstAdmin addFirstAdmin, InstanceSettings settings, CookieSignatures hashes) {
        this.users = users;
        this.addFirstAdmin = addFirstAdmin;
        this.given = settings.setupSecret();
        this.secret = given == null
                ? hashes.of(PURPOSE, settings.name())
                        .orElseGet(() -> UUID.randomUUID().toString())
                : given;
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
    public void createFirstAdmin(String enteredSecret, Person admin, String password) {
        boolean right = ConstantTime.same(enteredSecret.strip(), secret);
        if (!right || users.anyAdmin()) {
            throw new Problem(ProblemCode.SETUP_SECRET_REFUSED);
        }
        InputValidation.password(password, admin.userId());
        addFirstAdmin.add(admin, users.hash(password));
    }
}
