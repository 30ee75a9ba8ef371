package org.serviceexchange.platform.settings;

import java.net.URI;
import java.util.List;

/** Base URLs that this instance had before, and at which other instances may still call it. */
@FunctionalInterface
public interface FormerBaseUrls {

    /** Those that still count; empty if this instance has not moved lately. */
    List<URI> stillAnswered();
}
