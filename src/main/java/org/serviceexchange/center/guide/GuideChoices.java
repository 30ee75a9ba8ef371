package org.serviceexchange.center.guide;

import java.util.Map;

/** What people decided on steps of the first start; everything else about them is read from what it is about. */
public interface GuideChoices {

    /** Whether a step was left out (true) or reported as done, for each step that somebody decided on. */
    Map<GuideStep, Boolean> leftOut();

    /** Replaces what was decided before. */
    void save(GuideStep step, boolean leftOut, String userId);
}
