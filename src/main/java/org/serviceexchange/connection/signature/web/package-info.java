/** The endpoints for new signature keys, and the page that shows who knows this instance's own. */
@NullMarked
package org.serviceexchange.connection.signature.web;

import org.jspecify.annotations.NullMarked;
