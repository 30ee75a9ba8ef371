package org.serviceexchange.consumer.validation;

import java.util.List;
import org.serviceexchange.platform.problem.Finding;
import org.springframework.stereotype.Service;

/** Repeats the checks while a person works on the findings. */
@Service
public class CheckPrerequisitesAgain {

    private final CheckPrerequisites checkPrerequisites;

    public CheckPrerequisitesAgain(CheckPrerequisites checkPrerequisites) {
        this.checkPrerequisites = checkPrerequisites;
    }

    /** Runs the checks again and returns the remaining findings. */
    public List<Finding> check(String number) {
        return checkPrerequisites.check(number);
    }
}
