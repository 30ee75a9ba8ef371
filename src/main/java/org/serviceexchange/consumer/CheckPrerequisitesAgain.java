package org.serviceexchange.consumer;

import java.util.List;
import org.serviceexchange.problem.Finding;
import org.springframework.stereotype.Service;

/** Repeats the checks while a person works on the findings. */
@Service
public class CheckPrerequisitesAgain {

    private final CheckPrerequisites checkPrerequisites;

    CheckPrerequisitesAgain(CheckPrerequisites checkPrerequisites) {
        this.checkPrerequisites = checkPrerequisites;
    }

    /** What is wrong by now. */
    public List<Finding> check(String number) {
        return checkPrerequisites.check(number);
    }
}
