require "logger"
require "rails"
require "active_record/railtie"

class Shop < Rails::Application
  config.eager_load = false
  config.logger = Logger.new(nil)
  config.active_record.schema_format = :sql
  
end
