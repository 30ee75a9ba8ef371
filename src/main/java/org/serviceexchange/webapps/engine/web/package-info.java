/** The webapps' integration: who may open them, and what they may not do. */
@NullMarked
package org.serviceexchange.webapps.engine.web;

import org.jspecify.annotations.NullMarked;
