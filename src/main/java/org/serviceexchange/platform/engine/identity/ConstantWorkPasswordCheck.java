package org.serviceexchange.platform.engine.identity;

import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.identity.db.DbIdentityServiceProvider;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.jspecify.annotations.Nullable;

/**
 * The engine's identity service without its built-in account lock, with which anyone could lock out an admin, and with
 * the same amount of work for an unknown user as for a wrong password, so that the response time reveals nothing.
 */
class ConstantWorkPasswordCheck extends DbIdentityServiceProvider {

    private final Supplier<UserEntity> nobody;

    ConstantWorkPasswordCheck(Supplier<UserEntity> nobody) {
        this.nobody = nobody;
    }

    @Override
    public boolean checkPassword(String userId, @Nullable String password) {
        UserEntity user = findUserById(userId);
        boolean known = user != null && user.getPassword() != null;
        boolean right = matchPassword(password == null ? "" : password, known ? user : nobody.get());
        return known && right;
    }

    /** Creates a session for every command of the engine. */
    static class Factory implements SessionFactory {

        private final UserEntity nobody = new UserEntity("nobody");

        @Override
        public Class<?> getSessionType() {
            return DbIdentityServiceProvider.class;
        }

        @Override
        public Session openSession() {
            return new ConstantWorkPasswordCheck(this::nobody);
        }

        synchronized UserEntity nobody() {
            if (nobody.getPassword() == null) {
                nobody.setPassword("nobody");
                nobody.encryptPassword();
            }
            return nobody;
        }
    }
}
