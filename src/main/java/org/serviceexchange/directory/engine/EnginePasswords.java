package org.serviceexchange.directory.engine;

import java.util.Optional;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.camunda.bpm.engine.impl.util.EncryptionUtil;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.directory.HashedPassword;
import org.serviceexchange.directory.PasswordText;
import org.springframework.stereotype.Component;

/**
 * Hashes and checks passwords exactly as the engine does, but outside its commands: each of these has a database connection,
 * which would be held while the hash is computed.
 */
@Component
class EnginePasswords {

    private final ProcessEngineConfigurationImpl configuration;
    private @Nullable HashedPassword nobody;

    EnginePasswords(ProcessEngine engine) {
        this.configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
    }

    HashedPassword hash(String password) {
        String salt = configuration.getSaltGenerator().generateSalt();
        return new HashedPassword(
                salt, configuration.getPasswordManager().encrypt(EncryptionUtil.saltPassword(password, salt)));
    }

    /** Does the same work for an unknown user, so that the response time reveals nothing. */
    boolean right(Optional<User> found, @Nullable String password) {
        Optional<HashedPassword> known = found.filter(EnginePasswords::known)
                .map(UserEntity.class::cast)
                .map(user -> new HashedPassword(user.getSalt(), user.getPassword()));
        HashedPassword stored = known.orElseGet(this::nobody);
        String typed = password == null ? "" : password;
        String prepared = PasswordText.prepared(typed);
        // Passwords of earlier versions, and those set in Camunda Admin, were hashed as they were typed
        boolean right = matches(prepared, stored) || (!prepared.equals(typed) && matches(typed, stored));
        return known.isPresent() && right;
    }

    private boolean matches(String password, HashedPassword stored) {
        return configuration
                .getPasswordManager()
                .check(EncryptionUtil.saltPassword(password, stored.salt()), stored.hash());
    }

    /** Whether the user has a password; one who was invited has none until the link was used. */
    static boolean known(User user) {
        return user.getPassword() != null;
    }

    /** Stores a hash as it is, where {@link User#setPassword} would make the engine hash in its own command. */
    static void set(User user, HashedPassword password) {
        UserEntity entity = (UserEntity) user;
        entity.setSalt(password.salt());
        entity.setDbPassword(password.hash());
    }

    private synchronized HashedPassword nobody() {
        if (nobody == null) {
            nobody = hash("nobody");
        }
        return nobody;
    }
}
