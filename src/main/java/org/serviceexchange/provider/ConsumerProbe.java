package org.serviceexchange.provider;

/** Asks a consumer for an answer under the agreed keys. */
public interface ConsumerProbe {

    /** Returns when the answer was opened with the keys of the registration's connection; anything else is a problem. */
    void probe(Registration registration);
}
