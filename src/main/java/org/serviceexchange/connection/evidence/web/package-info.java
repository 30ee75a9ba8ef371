/** Evidence as a download. */
@NamedInterface("evidence-web")
@NullMarked
package org.serviceexchange.connection.evidence.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
