package org.serviceexchange.directory.engine;

import org.serviceexchange.directory.Accounts;
import org.serviceexchange.platform.engine.identity.UserChanges;
import org.serviceexchange.platform.problem.InputValidation;
import org.springframework.stereotype.Component;

/** Keeps the accounts in step with the users of the engine, also with those that are changed in Camunda Admin. */
@Component
class AccountChanges implements UserChanges {

    private final Accounts accounts;

    AccountChanges(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public void creating(String id) {
        accounts.add(InputValidation.userId(id));
    }

    @Override
    public void checkPassword(String id, String password) {
        InputValidation.password(password, id);
    }

    @Override
    public void credentialsChanged(String id) {
        accounts.raiseSecurityVersion(id);
    }
}
