package org.serviceexchange.provider.validation;

import java.util.List;
import org.serviceexchange.platform.problem.Finding;
import org.springframework.stereotype.Service;

/** Repeats the checks while a person works on the findings. */
@Service
public class CheckPrerequisitesAgain {

    private final CheckPrerequisites check;

    public CheckPrerequisitesAgain(CheckPrerequisites check) {
        this.check = check;
    }

    /** The remaining findings. */
    public List<Finding> check(String number) {
        return check.check(number);
    }
}
