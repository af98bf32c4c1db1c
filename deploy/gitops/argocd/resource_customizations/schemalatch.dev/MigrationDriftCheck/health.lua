-- The status is in kstatus format: observedGeneration, Reconciling, Stalled, Ready.
-- Degraded is what a person has to mend. What passes by itself is Progressing: migrations that are about to be applied, a
-- database out of reach. What spec.gate.holdOn leaves out does not count.

local function say(status, message)
  return { status = status, message = message }
end

local function condition(name)
  for _, found in ipairs(obj.status.conditions or {}) do
    if found.type == name then
      return found
    end
  end
  return { status = "Unknown", reason = "", message = "not known yet" }
end

local function holds(finding)
  if obj.spec.gate == nil or obj.spec.gate.holdOn == nil then
    return true
  end
  for _, named in ipairs(obj.spec.gate.holdOn) do
    if named == finding then
      return true
    end
  end
  return false
end

local function any(list)
  return list ~= nil and list[1] ~= nil
end

local function needs_a_person()
  local history = condition("HistoryInSync").reason
  if history == "MigrationRunning" then
    return false
  end
  local migrations = obj.status.migrations or {}
  return (history == "MigrationFailed" and holds("Failed"))
    or (history == "BaselineNeeded" and holds("Pending"))
    or (any(migrations.missing) and holds("Missing"))
    or (any(migrations.edited) and holds("Edited"))
    or (condition("SchemaInSync").status == "False" and holds("Drift"))
end

if obj.metadata.deletionTimestamp ~= nil then
  return say("Progressing", "being deleted")
end
if obj.status == nil or obj.status.observedGeneration ~= obj.metadata.generation then
  return say("Progressing", "waiting for the check of this generation")
end
if obj.spec.suspend == true then
  return say("Suspended", condition("Ready").message)
end
if condition("Reconciling").status == "True" then
  return say("Progressing", condition("Reconciling").message)
end
if condition("Stalled").status == "True" then
  return say("Degraded", condition("Stalled").message)
end

local ready = condition("Ready")
if ready.status == "True" then
  return say("Healthy", ready.message)
end
if ready.status == "False" and needs_a_person() then
  return say("Degraded", ready.message)
end
return say("Progressing", ready.message)
