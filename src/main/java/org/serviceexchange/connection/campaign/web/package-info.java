/** The page of the campaign. */
@NullMarked
package org.serviceexchange.connection.campaign.web;

import org.jspecify.annotations.NullMarked;
