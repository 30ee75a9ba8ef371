/** Shipping: models from the application, a folder or an upload, checked, decided by people, deployed whole. */
@NullMarked
package org.serviceexchange.workshop.shipping;

import org.jspecify.annotations.NullMarked;
