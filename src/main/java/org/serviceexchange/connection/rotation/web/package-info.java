/** The endpoints of the rotation. */
@NullMarked
package org.serviceexchange.connection.rotation.web;

import org.jspecify.annotations.NullMarked;
