/** Shipping: models from the application, a folder or an upload, checked, decided by people, deployed whole. */
@NamedInterface("shipping")
@NullMarked
package org.serviceexchange.workshop.shipping;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
