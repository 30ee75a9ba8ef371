/** The endpoints for changes of address, and the pages that show them. */
@NullMarked
package org.serviceexchange.connection.address.web;

import org.jspecify.annotations.NullMarked;
