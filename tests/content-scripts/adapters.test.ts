import { describe, expect, it } from "vitest";
import { ADAPTERS } from "../../content-scripts/adapters";
import { freshdesk } from "../../content-scripts/freshdesk";
import { zendesk } from "../../content-scripts/zendesk";

describe("zendesk", () => {
  it.each([
    ["https://acme.zendesk.com/agent/tickets/101", "101"],
    ["https://acme.zendesk.com/agent/tickets/101/", "101"],
    ["https://acme.zendesk.com/agent/tickets/101/events", "101"],
    ["https://acme.zendesk.com/agent/tickets/101?comment=7", "101"],
    ["https://acme.zendesk.com/agent/tickets/101#top", "101"],
    ["https://support.acme.example/agent/tickets/101", "101"],
    ["https://acme.zendesk.com/agent/tickets/101/events?comment=7#latest", "101"],
    ["https://acme.zendesk.com/agent/tickets/new", null],
    ["https://acme.zendesk.com/agent/tickets/new/1", null],
    ["https://acme.zendesk.com/agent/tickets/new/2", null],
    ["https://acme.zendesk.com/agent/tickets/new/2?copy=101", null],
    ["https://acme.zendesk.com/agent/tickets/-101", null],
    ["https://acme.zendesk.com/agent/tickets//101", null],
    ["https://acme.zendesk.com/agent/tickets/%31%30%31", null],
    ["https://acme.zendesk.com/agent/home/tickets", null],
    ["https://acme.zendesk.com/agent/organizations/9/tickets", null],
    ["https://acme.zendesk.com/agent/workspaces/101", null],
    ["https://acme.zendesk.com/agent/admin/tickets/101", null],
    ["https://acme.zendesk.com/agent/#/tickets/101", null],
    ["https://acme.zendesk.com/Agent/tickets/101", null],
    ["https://acme.zendesk.com/api/v2/tickets/101.json", null],
    ["https://acme.zendesk.com/tickets/101", null],
    ["https://acme.zendesk.com/agent/tickets/101abc", null],
    ["https://acme.zendesk.com/agent/tickets/123456789012345678901", null],
    ["https://acme.zendesk.com/agent/tickets", null],
    ["https://acme.zendesk.com/agent/filters/360", null],
    ["https://acme.zendesk.com/agent/search/1?q=/agent/tickets/101", null],
    ["https://acme.zendesk.com/agent/dashboard", null],
    ["https://acme.zendesk.com/agent/users/9/requested_tickets", null],
    ["https://acme.zendesk.com/agent/users/9/agent/tickets/101", null],
    ["https://acme.zendesk.com/hc/en-us/requests/101", null],
    ["https://acme.zendesk.com/knowledge/articles/101", null],
  ])("takes %s for ticket %s", (address, id) => {
    const found = zendesk.ticketIdFromUrl(new URL(address));

    expect(found).toBe(id);
  });
});

describe("freshdesk", () => {
  it.each([
    ["https://acme.freshdesk.com/a/tickets/201", "201"],
    ["https://acme.freshdesk.com/a/tickets/201?current_tab=details", "201"],
    ["https://acme.freshdesk.com/a/tickets/201/edit", "201"],
    ["https://help.acme.example/a/tickets/201", "201"],
    ["https://acme.freshdesk.com/a/tickets/201/", "201"],
    ["https://acme.freshdesk.com/a/tickets/201?note=7", "201"],
    ["https://acme.freshdesk.com/a/tickets/201#reply", "201"],
    ["https://acme.freshdesk.com/a/tickets/new", null],
    ["https://acme.freshdesk.com/a/tickets/new/email", null],
    ["https://acme.freshdesk.com/a/tickets/filters/all_tickets?ticket=201", null],
    ["https://acme.freshdesk.com/a/dashboard/default", null],
    ["https://acme.freshdesk.com/a/companies/201", null],
    ["https://acme.freshdesk.com/a/admin/tickets/201", null],
    ["https://acme.freshdesk.com/crm/messaging/a/tickets/201", null],
    ["https://acme.freshdesk.com/a/ticket/201", null],
    ["https://acme.freshdesk.com/tickets/201", null],
    ["https://acme.freshdesk.com/api/_/tickets/201", null],
    ["https://acme.freshdesk.com/a/tickets", null],
    ["https://acme.freshdesk.com/a/tickets/filters/201", null],
    ["https://acme.freshdesk.com/a/tickets/201x", null],
    ["https://acme.freshdesk.com/a/search/tickets?term=201", null],
    ["https://acme.freshdesk.com/a/contacts/201", null],
    ["https://acme.freshdesk.com/a/solutions/articles/201", null],
    ["https://acme.freshdesk.com/helpdesk/tickets/201", null],
    ["https://acme.freshdesk.com/support/tickets/201", null],
    ["https://acme.freshservice.com/a/tickets/201", null],
  ])("takes %s for ticket %s", (address, id) => {
    const found = freshdesk.ticketIdFromUrl(new URL(address));

    expect(found).toBe(id);
  });
});

describe.each(Object.values(ADAPTERS))("the data of $helpdesk", ({ reading }) => {
  it("survives JSON", () => {
    const copy = JSON.parse(JSON.stringify(reading));

    expect(copy).toEqual(reading);
  });

  it("says of every selector when it was last seen", () => {
    const { root, identity, confirmation, subject, messages, tags, fields, channel } = reading;
    const { opening, elements, id, sentAt, body, roles } = messages;

    const dates = [
      root,
      identity,
      confirmation,
      subject,
      tags,
      fields,
      channel,
      opening,
      elements,
      id,
      sentAt,
      body,
      roles,
    ]
      .flat()
      .map(({ lastSeen }) => lastSeen);

    expect(dates.filter((date) => !/^20\d\d-(0[1-9]|1[0-2])$/.test(date))).toEqual([]);
  });
});
