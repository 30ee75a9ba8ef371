/** The pages of the suspension. */
@NullMarked
package org.serviceexchange.connection.suspension.web;

import org.jspecify.annotations.NullMarked;
