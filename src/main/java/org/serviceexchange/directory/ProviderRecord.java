package org.serviceexchange.directory;

import java.util.regex.Pattern;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;

/** The provider's identity: a name of ASCII letters, digits and dashes. */
public record ProviderRecord(String name) {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9-]{1,40}");

    public ProviderRecord {
        if (!NAME.matcher(name).matches()) {
            throw new Problem(ProblemCode.PROVIDER_NAME_INVALID, name);
        }
    }
}
