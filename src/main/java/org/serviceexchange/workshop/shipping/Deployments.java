package org.serviceexchange.workshop.shipping;

import java.util.Map;
import java.util.Optional;

/** Deployment on the engine. */
public interface Deployments {

    /** Deploys these files as the newest version, in the caller's transaction; returns the id of the deployment. */
    String deploy(Map<String, byte[]> files);

    /** What the engine says against these files; empty if it accepts them. Nothing is kept. */
    Optional<String> objection(Map<String, byte[]> files);
}
