package org.serviceexchange.platform.engine.identity;

import java.lang.reflect.Field;
import java.util.function.Supplier;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.identity.IdentityOperationResult;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.camunda.bpm.engine.impl.util.ReflectUtil;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.platform.problem.Problem;
import org.springframework.context.i18n.LocaleContextHolder;

/** The engine's identity service, which applies this application's rules to users whoever changes them. */
public final class WatchedUsers extends ConstantWorkPasswordCheck {

    /** The engine offers a new password to nobody but its own policy, whose refusal is an internal error in the webapps. */
    private static final Field NEW_PASSWORD = ReflectUtil.getField("newPassword", UserEntity.class);

    private final UserChanges changes;

    private WatchedUsers(Supplier<UserEntity> nobody, UserChanges changes) {
        super(nobody);
        this.changes = changes;
    }

    @Override
    public IdentityOperationResult saveUser(User user) {
        UserEntity entity = (UserEntity) user;
        String password = newPassword(entity);
        if (password != null) {
            refusable(() -> changes.checkPassword(user.getId(), password));
        }
        if (entity.getRevision() == 0) {
            refusable(() -> changes.creating(user.getId()));
        } else if (password != null) {
            changes.credentialsChanged(user.getId());
        }
        return super.saveUser(user);
    }

    @Override
    public IdentityOperationResult deleteUser(String userId) {
        changes.credentialsChanged(userId);
        return super.deleteUser(userId);
    }

    /** The webapps answer a refused request with status 400 and the sentence. */
    private static void refusable(Runnable rule) {
        try {
            rule.run();
        } catch (Problem refused) {
            throw new BadUserRequestException(
                    refused.in(LocaleContextHolder.getLocale()).getMessage());
        }
    }

    private static @Nullable String newPassword(UserEntity user) {
        try {
            return (String) NEW_PASSWORD.get(user);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Creates a session for every command of the engine. */
    public static final class Factory extends ConstantWorkPasswordCheck.Factory {

        private final Supplier<UserChanges> changes;

        public Factory(Supplier<UserChanges> changes) {
            NEW_PASSWORD.setAccessible(true);
            this.changes = changes;
        }

        @Override
        public Session openSession() {
            return new WatchedUsers(this::nobody, changes.get());
        }
    }
}
