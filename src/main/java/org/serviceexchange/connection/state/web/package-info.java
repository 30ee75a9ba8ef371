/** The endpoint for questions about states. */
@NullMarked
package org.serviceexchange.connection.state.web;

import org.jspecify.annotations.NullMarked;
